import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** Where a distributor's officers answer citizens; reached from their party's account. */
export const distributorArea: Area = {
  id: "distributor",
  title: words.area,
  roles: ["officer", "auditor"],
  pages: [
    {
      path: "/distributor/requests",
      title: words.title,
      load: async () => ({ Page: (await import("./requests-page.tsx")).RequestsPage }),
    },
  ],
};
