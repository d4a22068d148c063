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
      load: async () => ({ Page: (await import("./overview/overview-page.tsx")).OverviewPage }),
    },
    {
      path: "/owns",
      title: words.owns,
      inMenu: true,
      load: async () => ({ Page: (await import("./owns/owns-page.tsx")).OwnsPage }),
    },
    {
      path: "/investments/$id",
      title: words.investment,
      load: async () => ({ Page: (await import("./owns/investment-page.tsx")).InvestmentPage }),
    },
    {
      path: "/acts",
      title: words.decisions,
      inMenu: true,
      load: async () => ({ Page: (await import("./acts/acts-page.tsx")).ActsPage }),
    },
    {
      path: "/acts/$id",
      title: words.act,
      load: async () => ({ Page: (await import("./acts/act-page.tsx")).ActPage }),
    },
  ],
};
