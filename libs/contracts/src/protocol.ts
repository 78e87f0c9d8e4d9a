/** Of the visitor's page: raised when a client of the previous number could misread or lose something. */
export const PROTOCOL_VERSION = 3;

/** Of the console, raised for the same reason. One of its own, so that a change of the console leaves every visitor connected. */
export const STAFF_PROTOCOL_VERSION = 4;

/** The most entries in one page of the timeline. Long entries make shorter pages, for slow connections. */
export const TIMELINE_PAGE_MAX = 500;

/** Namespaces of the one Socket.IO server (path `/socket.io`). */
export const VISITOR_NAMESPACE = '/visitor';
export const STAFF_NAMESPACE = '/staff';
