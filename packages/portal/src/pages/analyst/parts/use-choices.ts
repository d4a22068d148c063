import { useLocation, useNavigate } from "@tanstack/react-router";

/** Sets several choices of the address at once (`useChoice` has them one by one); empty ones go. */
export function useChoices(): (next: { readonly [name: string]: string }) => void {
  const location = useLocation();
  const navigate = useNavigate();
  return (next) => {
    const merged = { ...(location.search as { readonly [name: string]: unknown }), ...next };
    const search = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ""));
    void navigate({ to: location.pathname, search, replace: true, resetScroll: false });
  };
}
