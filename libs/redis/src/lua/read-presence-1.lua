-- Finds the pages whose lease has not expired.
-- KEYS 1 presence (score: lease end, ms by this server's clock)
-- ARGV 1.. members ("v:" conversation or "s:" staff)
-- Returns the present ones
local presence = KEYS[1]

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local present = {}
for _, member in ipairs(ARGV) do
  local lease = redis.call('ZSCORE', presence, member)
  if lease and tonumber(lease) > now then present[#present + 1] = member end
end
return present
