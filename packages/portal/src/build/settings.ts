import { dirname } from "node:path";
import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";

/** How the portal is built. The server of the office serves what comes out. */
export const settings: InlineConfig = {
  root: dirname(dirname(import.meta.dirname)),
  configFile: false,
  plugins: [react()],
  logLevel: "warn",
  build: {
    emptyOutDir: true,
    target: "es2024",
    modulePreload: { polyfill: false },
    // Nothing is written into the page itself: its security policy would refuse it.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
};
