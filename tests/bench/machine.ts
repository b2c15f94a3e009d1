// What a figure depends on beside the code: the machine, and what compiled and ran it.
import { spawnSync } from "node:child_process";
import { cpus, loadavg, release, totalmem, type } from "node:os";

/** In the order in which it is printed. */
export type Machine = Readonly<Record<string, string>>;

function firstLine(program: string): string {
  const { stdout, error } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return error === undefined ? (stdout.split("\n")[0] ?? "").trim() : "not installed";
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: `${processors[0]?.model.trim() ?? "unknown"}, ${processors.length} cores`,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${type()} ${release()}`,
    // What else runs is part of the result: above the number of cores, everything here waits its turn.
    load: `${(loadavg()[0] ?? 0).toFixed(1)} at the start`,
    node: `${process.version}, V8 ${process.versions.v8}`,
    "g++": firstLine("g++"),
    emcc: firstLine("emcc"),
  };
}
