/** Imported once at start, so that every guess of this room is known. */
import "./addColumn";
import "./deleteColumn";
import "./moveColumn";
import "./prefs";
import "./renameBoard";
import "./renameColumn";
import "./setWipLimit";
import "./setWipMode";
