import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** What every officer needs, of whichever party: a key to sign with. */
export const signingArea: Area = {
  id: "signing",
  title: words.area,
  roles: ["officer", "auditor", "partner"],
  pages: [
    {
      path: "/my-key",
      title: words.myKey,
      inMenu: true,
      load: async () => ({ Page: (await import("./my-key-page.tsx")).MyKeyPage }),
    },
  ],
};
