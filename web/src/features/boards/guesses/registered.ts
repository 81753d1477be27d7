/** Imported once at start, so that every guess of this room is known. */
import "./addColumn";
import "./deleteColumn";
import "./describeBoard";
import "./moveColumn";
import "./prefs";
import "./renameBoard";
import "./renameColumn";
import "./setNumbering";
import "./setOpenness";
import "./setUseTags";
import "./setWipLimit";
import "./setWipMode";
import "./tags";
