import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { keptTheme, type Theme } from "./current-theme.ts";
import { keep } from "./kept.ts";

interface Colours {
  readonly theme: Theme;
  /** What `theme` comes to on this system now. */
  readonly dark: boolean;
  setTheme(theme: Theme): void;
}

const ThemeContext = createContext<Colours | null>(null);

export function useTheme(): Colours {
  const colours = useContext(ThemeContext);
  if (colours === null) throw new Error("outside of ThemeProvider");
  return colours;
}

export function ThemeProvider({ children }: { children: ComponentChildren }) {
  const [theme, choose] = useState(keptTheme);
  const [systemDark, setSystemDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const read = () => setSystemDark(query.matches);
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  const setTheme = (next: Theme) => {
    keep("theme", next);
    document.documentElement.dataset["theme"] = next;
    choose(next);
  };
  const dark = theme === "dark" || (theme === "auto" && systemDark);
  return <ThemeContext.Provider value={{ theme, dark, setTheme }}>{children}</ThemeContext.Provider>;
}
