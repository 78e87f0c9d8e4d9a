-- Marks the index as complete again, unless another rebuild has begun since.
-- KEYS 1 the one being built, 2 generation, 3 position (grows with every change that is applied)
-- ARGV 1 name of the new generation, 2 newest position that Postgres knows
-- Returns the position of the index, or 0 when another rebuild has to finish it
local building, generation, position = KEYS[1], KEYS[2], KEYS[3]
local name, known = ARGV[1], tonumber(ARGV[2])

if redis.call('GET', building) ~= name then return 0 end
local reached = math.max(tonumber(redis.call('GET', position) or '0'), known) + 1
redis.call('SET', position, string.format('%.0f', reached))
redis.call('SET', generation, name)
redis.call('DEL', building)
return reached
