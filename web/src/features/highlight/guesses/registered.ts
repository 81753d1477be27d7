/** Imported by what sends these verbs, so that every guess of this room is known. */
import "./saveFilter";
