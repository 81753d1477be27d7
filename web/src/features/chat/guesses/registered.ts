/** Imported once at start, so that every guess of this room is known. */
import "./changeMessage";
import "./postMessage";
import "./seeTalk";
