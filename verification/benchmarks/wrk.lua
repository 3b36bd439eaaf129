-- Cross-origin requests as browsers send them, all different, to the policy declared last.
local policy = os.getenv("POLICY") or "99"
local preflight = os.getenv("PREFLIGHT") == "1"
local requests = {}

init = function()
	for i = 0, 1023 do
		local headers = {
			["Origin"] = "https://tenant" .. (i % 10) .. ".service" .. policy .. ".example.com",
			["Sec-Fetch-Site"] = "cross-site",
		}
		if preflight then
			headers["Access-Control-Request-Method"] = "PUT"
			headers["Access-Control-Request-Headers"] = "authorization,content-type,x-request-id"
		end
		local method = preflight and "OPTIONS" or "GET"
		requests[i] = wrk.format(method, "/api/service" .. policy .. "/orders/" .. i, headers)
	end
end

local next = 0

request = function()
	next = (next + 1) % 1024
	return requests[next]
end
