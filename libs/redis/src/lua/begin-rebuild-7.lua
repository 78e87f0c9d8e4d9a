-- Empties the lists of the index and says under which name it is being built anew; until then it is not whole.
-- Versions are kept: what is newer than the builder's reading stays.
-- KEYS 1 generation, 2 the one being built, 3..5 queues of bands 1..3, 6 free responders, 7 their load
-- ARGV 1 name of the new generation
-- Returns 1
redis.call('DEL', KEYS[1], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7])
redis.call('SET', KEYS[2], ARGV[1])
return 1
