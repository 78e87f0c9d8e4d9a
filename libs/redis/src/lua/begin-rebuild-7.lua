-- Empties the lists of the index and says under which name it is being built anew; until then it is not whole.
-- Versions are kept: what is newer than the builder's reading stays.
-- KEYS 1 generation, 2 the one being built, 3..5 queues of bands 1..3, 6 free responders, 7 their load
-- ARGV 1 name of the new generation
-- Returns 1
local generation, building = KEYS[1], KEYS[2]
local lists = { KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7] }
local name = ARGV[1]

redis.call('DEL', generation, unpack(lists))
redis.call('SET', building, name)
return 1
