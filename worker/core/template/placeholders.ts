// Which values a template prints, and whether it says something where one is missing.
import { analyzeSync, IfTag, Output, toValueSync } from "liquidjs";
import type { Arguments, Template } from "liquidjs";

export interface Placeholder {
  /** Dotted, as in `answers.rating`. */
  readonly name: string;
  /** It has its own `default`, or stands where an `if` has made sure of it, everywhere it is printed. */
  readonly hasDefault: boolean;
}

/** Every value printed, once, in order of appearance; names the template makes itself (assign, capture, for) are none. */
export function findPlaceholders(templates: readonly Template[]): readonly Placeholder[] {
  const found = new Map<string, boolean>();
  visit(templates, { own: new Set(), sure: new Set() }, ({ name, hasDefault }) => {
    found.set(name, hasDefault && (found.get(name) ?? true));
  });
  return Array.from(found, ([name, hasDefault]) => ({ name, hasDefault }));
}

interface Scope {
  /** Names the template has made itself. */
  readonly own: Set<string>;
  /** Names an enclosing `if` has tested. */
  readonly sure: ReadonlySet<string>;
}

function visit(
  templates: readonly Template[],
  scope: Scope,
  report: (placeholder: Placeholder) => void,
): void {
  for (const template of templates) {
    for (const token of template.localScope?.() ?? []) scope.own.add(token.content);
    if (template instanceof Output) {
      const hasDefault = template.value.filters.some((filter) => filter.name === "default");
      for (const name of namesIn(template, [template.value], scope)) {
        report({ name, hasDefault: hasDefault || scope.sure.has(name) });
      }
    } else if (template instanceof IfTag) {
      for (const branch of template.branches) {
        const tested = namesIn(template, [branch.value], scope);
        visit(branch.templates, { ...scope, sure: new Set([...scope.sure, ...tested]) }, report);
      }
      visit(template.elseTemplates ?? [], scope, report);
    } else if (template.children) {
      const children = toValueSync(template.children(false, true));
      visit(children, { ...scope, own: new Set([...scope.own, ...(template.blockScope?.() ?? [])]) }, report);
    }
  }
}

function namesIn(template: Template, values: Arguments, scope: Scope): string[] {
  const part: Template = { token: template.token, render: () => "", arguments: () => values };
  return Object.values(analyzeSync([part], { partials: false }).variables)
    .flat()
    .filter(({ segments: [root] }) => !scope.own.has(String(root)))
    .map(String);
}
