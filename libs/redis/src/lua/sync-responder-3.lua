-- Puts one member of staff where Postgres says they belong: among those who may be asked, or not.
-- KEYS 1 version of this entry, 2 free responders (score: free_since, ms), 3 their load (hash: id -> "used/capacity")
-- ARGV 1 id, 2 version, 3 askable (0 or 1), 4 free_since (ms), 5 "used/capacity" in load units, 6 seconds to remember the version
-- Returns 1 when applied, 0 when something newer was there
local versionKey, free, loads = KEYS[1], KEYS[2], KEYS[3]
local id, version, askable, freeSince, load, remember = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]

local known = redis.call('GET', versionKey)
if known and tonumber(known) > tonumber(version) then return 0 end
redis.call('SET', versionKey, version, 'EX', remember)
if askable == '1' then
  redis.call('ZADD', free, freeSince, id)
  redis.call('HSET', loads, id, load)
else
  redis.call('ZREM', free, id)
  redis.call('HDEL', loads, id)
end
return 1
