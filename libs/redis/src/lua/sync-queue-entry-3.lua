-- Puts one conversation where the truth says it belongs: into one line of its band's queue, or into none.
-- Level-triggered: late, early and repeated calls are harmless, an older version changes nothing.
-- KEYS 1 version of this entry, 2 places (hash: id -> the line it stands in), 3 lines (set: those with somebody in them)
--   A line is a key of its own (score: entered_at, ms), named by ARGV 3 and by the values of places; all share the hash tag.
-- ARGV 1 id, 2 version, 3 key of its line or '' for none, 4 entered_at (ms), 5 seconds to remember the version
-- Returns 1 when applied, 0 when something newer was there
local versionKey, places, lines = KEYS[1], KEYS[2], KEYS[3]
local id, version, line, enteredAt, remember = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local known = redis.call('GET', versionKey)
if known and tonumber(known) > tonumber(version) then return 0 end
redis.call('SET', versionKey, version, 'EX', remember)

local stood = redis.call('HGET', places, id)
if stood and stood ~= line then
  redis.call('ZREM', stood, id)
  redis.call('HDEL', places, id)
  if redis.call('EXISTS', stood) == 0 then redis.call('SREM', lines, stood) end
end
if line ~= '' then
  redis.call('ZADD', line, enteredAt, id)
  redis.call('HSET', places, id, line)
  redis.call('SADD', lines, line)
end
return 1
