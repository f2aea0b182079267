import { serveTasks } from "@braidyn/core/pool";
import { takeExamples } from "./take-examples.ts";

// A process of the pool of `collect-examples.ts`.
serveTasks(takeExamples);
