import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** What everybody may see. */
export const publicArea: Area = {
  id: "public",
  title: words.area,
  pages: [
    {
      path: "/",
      title: words.overview,
      inMenu: true,
      load: async () => ({ Page: (await import("./overview-page.tsx")).OverviewPage }),
    },
  ],
};
