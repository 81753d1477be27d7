/** Imported once at start, so that every guess of this room is known. */
import "./addCards";
import "./assign";
import "./copyCard";
import "./deleteCards";
import "./dependencies";
import "./moveCard";
import "./purgeCards";
import "./renameCard";
import "./restoreCards";
import "./setDetails";
import "./setDue";
import "./setPriority";
import "./setStart";
import "./setStatus";
import "./setTags";
import "./sortColumn";
import "./unassign";
