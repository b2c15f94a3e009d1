// What a site keeps between two starts: its folder, its secrets, its logs. Nobody else may read any of it.
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";

/**
 * Makes the folder, and holds it for this process; false when another one does. Two gateways on one store would not
 * know of each other. What is held is a name of the system that goes with the process, however it ends.
 */
export async function holdFolder(folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Only Linux has such names.
  if (process.platform !== "linux") return true;
  const { dev, ino } = statSync(folder);
  const server = createServer().unref();
  return new Promise((done) => {
    server.once("error", () => done(false));
    server.listen(`\0vestibule-${dev}-${ino}`, () => done(true));
  });
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** As Standard Webhooks writes one. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** The secret in the file; a new one on the first start. */
export function readSecretFile(file: string, make: () => string = newSecret): string {
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

/** Takes the lines of a log. A full disk or a folder that is gone costs lines, not the site. */
export function openLog(file: string): (line: string) => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return (line) => {
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      console.error(line);
    }
  };
}
