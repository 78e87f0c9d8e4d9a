-- Moves the index one position on after changes were applied. A position that Postgres has seen before means that this is an
-- older, restored state of the index: it is not complete from now on.
-- KEYS 1 position, 2 generation
-- ARGV 1 newest position that Postgres knew before the changes were applied
-- Returns the position, or 0 when this index is not the one Postgres knows
local position, generation = KEYS[1], KEYS[2]
local known = tonumber(ARGV[1])

local reached = redis.call('INCR', position)
if reached > known then return reached end
redis.call('DEL', generation)
return 0
