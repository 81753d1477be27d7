"""What no page may do: report an error, break the content policy, or get a server fault."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, WebError

# Breaches of the content policy and of Trusted Types reach the console by the same way as errors do.
POLICY = """
addEventListener('securitypolicyviolation', (event) => {
  const { violatedDirective: rule, blockedURI, sample, sourceFile, lineNumber } = event;
  console.error(`policy: ${rule} refused ${blockedURI || sample} in ${sourceFile}:${lineNumber}`);
});
"""
AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"
# The component library's own announcer names buttons that may be gone a moment later.
AXE_RUN = """() => axe.run({ exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] })
  .then((all) => all.violations)"""
NO_NETWORK = (
    r"ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_NETWORK|WebSocket connection to .* failed|ERR_FAILED"
)


@dataclass
class Watch:
    """Listens to every page of a context; `wrong` is what it heard and was not told to expect."""

    heard: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.add_init_script(POLICY)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("response", self._on_response)

    def expect(self, pattern: str) -> None:
        """This test brings this about on purpose (a regular expression)."""
        self.expected.append(pattern)

    @property
    def wrong(self) -> list[str]:
        return [line for line in self.heard if not any(re.search(one, line) for one in self.expected)]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.heard.append(f"console: {message.text} ({message.location['url']})")

    def _on_error(self, error: WebError) -> None:
        self.heard.append(f"uncaught: {error.error}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.heard.append(f"fault: {response.status} {response.request.method} {response.url}")


def axe_findings(page: Page) -> list[str]:
    """What axe finds on the page as it is now, one line for each element."""
    if page.evaluate("() => !('axe' in window)"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(AXE_RUN)
    return [
        f"{one['id']} ({one['impact']}): {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]
