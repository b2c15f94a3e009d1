import type { NextConfig } from "next";

const { GATEWAY = "http://127.0.0.1:8080" } = process.env;

// The element asks the page's own site; the gateway, which holds the API key, stays behind it.
const config: NextConfig = {
  rewrites: async () => [{ source: "/api/:path*", destination: `${GATEWAY}/api/:path*` }],
};

export default config;
