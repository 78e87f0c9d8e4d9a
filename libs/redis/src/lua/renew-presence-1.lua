-- Renews the leases of the pages that answered, and finds those that were absent before.
-- KEYS 1 presence (score: lease end, ms by this server's clock)
-- ARGV 1 lease (ms), 2.. members ("v:" conversation or "s:" staff)
-- Returns the members that were absent until now
local presence = KEYS[1]
local lease = tonumber(ARGV[1])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', presence, '-inf', now - lease)

local arrived = {}
for index = 2, #ARGV do
  local member = ARGV[index]
  local before = redis.call('ZSCORE', presence, member)
  if not before or tonumber(before) <= now then arrived[#arrived + 1] = member end
  redis.call('ZADD', presence, now + lease, member)
end
return arrived
