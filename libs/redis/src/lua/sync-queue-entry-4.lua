-- Puts one conversation where the truth says it belongs: in its band's queue, or in none.
-- Level-triggered: late, early and repeated calls are harmless, an older version changes nothing.
-- KEYS 1 version of this entry, 2..4 queues of bands 1..3 (score: entered_at, ms)
-- ARGV 1 id, 2 version, 3 queued (0 or 1), 4 band, 5 entered_at (ms), 6 seconds to remember the version
-- Returns 1 when applied, 0 when something newer was there
local versionKey, queues = KEYS[1], { KEYS[2], KEYS[3], KEYS[4] }
local id, version, queued, band, enteredAt, remember = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]

local known = redis.call('GET', versionKey)
if known and tonumber(known) > tonumber(version) then return 0 end
redis.call('SET', versionKey, version, 'EX', remember)
for index, queue in ipairs(queues) do
  if queued == '1' and index == tonumber(band) then
    redis.call('ZADD', queue, enteredAt, id)
  else
    redis.call('ZREM', queue, id)
  end
end
return 1
