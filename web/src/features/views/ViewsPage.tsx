import { useParams } from "@tanstack/react-router";
import { FramePlace } from "../../ui/Frame";
import { ConnectionChip } from "../boards/ConnectionChip";
import { useRefusals } from "../boards/useRefusals";
import "../boards/BoardBar.css";
import { CountsHost } from "../marks/boardCounts";
import { OwnView } from "./OwnView";
import { useMarked } from "./useMarked";
import { useReader } from "./useReader";
import { useRowCommands } from "./useRowCommands";
import { useUndoCommands } from "./useUndoCommands";
import { ViewScreen } from "./ViewScreen";
import { useViewCounts } from "./viewCounts";
import "./ViewsPage.css";
import { ViewsSide } from "./ViewsSide";
import { VIEWS, type ViewName } from "./viewData";

/** `/views/NAME`: one of the five views over all boards, or one's own by its id; beside it the ways to the others. */
export function ViewsPage() {
  const { name = "" } = useParams({ strict: false }) as { name?: string };
  const reader = useReader();
  const counts = useViewCounts(reader);
  const marked = useMarked(reader, counts.new ?? 0);
  useRefusals();
  useUndoCommands();
  useRowCommands();
  return (
    <div className="views">
      <FramePlace name="title">
        <ConnectionChip />
      </FramePlace>
      <CountsHost />
      <ViewsSide reader={reader} counts={counts} />
      <div className="views__main">
        {isView(name) ? (
          <ViewScreen key={name} name={name} reader={reader} marked={marked} />
        ) : (
          <OwnView key={name} filterId={name} reader={reader} marked={marked} />
        )}
      </div>
    </div>
  );
}

const isView = (name: string): name is ViewName => (VIEWS as readonly string[]).includes(name);
