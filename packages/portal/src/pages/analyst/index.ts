import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** What an analyst asks of charters, powers and years; everybody may. */
export const analystArea: Area = {
  id: "analyst",
  title: words.area,
  pages: [
    {
      path: "/analysis/years",
      title: words.player,
      inMenu: true,
      load: async () => ({ Page: (await import("./player/player-page.tsx")).PlayerPage }),
    },
    {
      path: "/analysis/powers",
      title: words.powers,
      inMenu: true,
      load: async () => ({ Page: (await import("./powers/powers-page.tsx")).PowersPage }),
    },
    {
      path: "/analysis/charters",
      title: words.compare,
      inMenu: true,
      load: async () => ({ Page: (await import("./compare/compare-page.tsx")).ComparePage }),
    },
    {
      path: "/analysis/projection",
      title: words.projection,
      inMenu: true,
      load: async () => ({
        Page: (await import("./projection/projection-page.tsx")).ProjectionPage,
      }),
    },
    {
      path: "/analysis/path",
      title: words.path,
      load: async () => ({ Page: (await import("./path/path-page.tsx")).PathPage }),
    },
    {
      path: "/analysis/policies",
      title: words.policy,
      inMenu: true,
      load: async () => ({ Page: (await import("./policy/policy-page.tsx")).PolicyPage }),
    },
    {
      path: "/analysis/what-if",
      title: words.whatIf,
      inMenu: true,
      load: async () => ({ Page: (await import("./what-if/what-if-page.tsx")).WhatIfPage }),
    },
  ],
};
