-- Empties the index and notes the name of the generation that is being built; until it is finished the index is not complete.
-- Versions are kept: what is newer than the builder's reading stays.
-- KEYS 1 generation, 2 the one being built, 3 queues (set: keys of the queues), 4 queue of each conversation (hash: id -> key),
--   5 free responders, 6 their load
-- ARGV 1 name of the new generation
-- Returns 1
local generation, building, queues, queueOf, free, loads = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local name = ARGV[1]

for _, queue in ipairs(redis.call('SMEMBERS', queues)) do redis.call('DEL', queue) end
redis.call('DEL', generation, queues, queueOf, free, loads)
redis.call('SET', building, name)
return 1
