-- Empties the lists of the index and says under which name it is being built anew; until then it is not whole.
-- Versions are kept: what is newer than the builder's reading stays.
-- KEYS 1 generation, 2 the one being built, 3 lines (set: keys of the lines of the queue), 4 places (hash: id -> its line),
--   5 free responders, 6 their load
-- ARGV 1 name of the new generation
-- Returns 1
local generation, building, lines, places, free, loads = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local name = ARGV[1]

for _, line in ipairs(redis.call('SMEMBERS', lines)) do redis.call('DEL', line) end
redis.call('DEL', generation, lines, places, free, loads)
redis.call('SET', building, name)
return 1
