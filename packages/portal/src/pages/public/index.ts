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
      path: "/owes",
      title: words.owes,
      inMenu: true,
      load: async () => ({ Page: (await import("./owes/owes-page.tsx")).OwesPage }),
    },
    {
      path: "/governments",
      title: words.governments,
      inMenu: true,
      load: async () => ({
        Page: (await import("./governments/governments-page.tsx")).GovernmentsPage,
      }),
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
    {
      path: "/charter",
      title: words.charter,
      inMenu: true,
      load: async () => ({ Page: (await import("./charter/charter-page.tsx")).CharterPage }),
    },
    {
      path: "/check",
      title: words.check,
      inMenu: true,
      load: async () => ({ Page: (await import("./checking/check-page.tsx")).CheckPage }),
    },
    {
      path: "/principles",
      title: words.principles,
      inMenu: true,
      load: async () => ({
        Page: (await import("./principles/principles-page.tsx")).PrinciplesPage,
      }),
    },
    {
      path: "/entries/$index",
      title: words.entry,
      load: async () => ({ Page: (await import("./checking/entry-page.tsx")).EntryPage }),
    },
    {
      path: "/why/$cell",
      title: words.why,
      load: async () => ({ Page: (await import("./why-page.tsx")).WhyPage }),
    },
  ],
};
