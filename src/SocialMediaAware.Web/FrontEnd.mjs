// Called by FrontEnd.targets: restores what npm provides and builds the styles, each only when something changed.
// One process at a time: an editor and a terminal may build at once, and `npm ci` empties node_modules first.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const folder = "obj/front-end";
const lock = `${folder}/lock`;
const packagesStamp = `${folder}/packages.stamp`;
const stylesStamp = `${folder}/styles.stamp`;

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = (...files) => Math.max(...files.map(changedAt));
const styles = () =>
  readdirSync("Styles", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);

function run(...args) {
  const { status, error, stderr } = spawnSync("npm", args, {
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) process.stderr.write(stderr);
  else throw new Error(`npm ${args.join(" ")} failed\n${error?.message ?? stderr}`);
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function takeLock() {
  for (const end = Date.now() + 10 * 60_000; Date.now() < end; await pause(200)) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    // A build that was killed leaves its lock behind. An empty lock was made this very moment.
    try {
      const holder = Number(readFileSync(lock, "utf8"));
      if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  throw new Error(`another build has held ${lock} for ten minutes`);
}

// Stamped with the time before the work: what is saved meanwhile is then newer than its stamp.
function stamped(file, work) {
  const before = new Date();
  work();
  writeFileSync(file, "");
  utimesSync(file, before, before);
}

function make() {
  if (changedAt("node_modules") === 0 || newest("package.json", "package-lock.json") > changedAt(packagesStamp)) {
    stamped(packagesStamp, () => run("ci", "--no-audit", "--no-fund", "--loglevel=error"));
  }
  const isThere = ["wwwroot/css", "wwwroot/lib", "wwwroot/fonts"].every((made) => changedAt(made) > 0);
  if (!isThere || newest(packagesStamp, "FrontEnd.mjs", ...styles()) > changedAt(stylesStamp)) {
    stamped(stylesStamp, () => run("run", "build", "--silent"));
  }
}

mkdirSync(folder, { recursive: true });
try {
  await takeLock();
  try {
    make();
  } finally {
    rmSync(lock, { force: true });
  }
} catch (error) {
  // In the form that MSBuild reports as errors of the build.
  for (const line of error.message.split("\n").filter((line) => line.trim() !== "")) {
    console.error(`error SMA0003: the portal's styles were not built: ${line}`);
  }
  process.exitCode = 1;
}
