import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** Where a distributor's officers answer citizens; auditors see all of them. */
export const distributorArea: Area = {
  id: "distributor",
  title: words.area,
  roles: ["officer", "auditor"],
  kinds: ["distributor", "auditor"],
  pages: [
    {
      path: "/distributor/requests",
      title: words.title,
      inMenu: true,
      load: async () => ({ Page: (await import("./requests-page.tsx")).RequestsPage }),
    },
  ],
};
