// Turns what npm restores and what Styles/ holds into the files that pages link to:
//   wwwroot/css/portal.css, wwwroot/lib/*.js, wwwroot/fonts/*.woff2
// A file is only written when its content differs, so that a second run changes nothing.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compileAsync } from "sass";

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const from = (...parts) => path.join(project, "node_modules", ...parts);
const to = (...parts) => path.join(project, "wwwroot", ...parts);
const font = (name) => from("@fontsource-variable", "atkinson-hyperlegible-next", "files", name);

const copies = [
  [from("htmx.org", "dist", "htmx.min.js"), to("lib", "htmx.min.js")],
  [from("govuk-frontend", "dist", "govuk", "govuk-frontend.min.js"), to("lib", "govuk-frontend.min.js")],
  // Upright only. The macrons of te reo Māori are in latin-ext.
  ...["latin", "latin-ext"].map((range) => {
    const name = `atkinson-hyperlegible-next-${range}-wght-normal.woff2`;
    return [font(name), to("fonts", name)];
  }),
];

async function writeIfChanged(target, content) {
  const bytes = Buffer.from(content);
  const present = await readFile(target).catch(() => null);
  if (present?.equals(bytes)) return;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
  console.log(`wrote ${path.relative(project, target)}`);
}

// The source maps of what we copy are not served, so their addresses go too.
const withoutSourceMap = (content, name) =>
  name.endsWith(".js") ? content.toString("utf8").replace(/\/\/# sourceMappingURL=.*\s*$/, "\n") : content;

async function styles() {
  const { css } = await compileAsync(path.join(project, "Styles", "portal.scss"), {
    style: "compressed",
    quietDeps: true,
    loadPaths: [from()],
  });
  await writeIfChanged(to("css", "portal.css"), css);
}

try {
  await Promise.all([
    styles(),
    ...copies.map(async ([source, target]) =>
      writeIfChanged(target, withoutSourceMap(await readFile(source), source))),
  ]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
