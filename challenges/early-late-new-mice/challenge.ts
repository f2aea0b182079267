export { examples } from "../early-late/challenge.ts";
