-- Requests that were accepted, so that a double click gets the first answer again and a late one is told so.
CREATE TABLE accepted_request (
    id VARCHAR(300) PRIMARY KEY,
    requester VARCHAR(100) NOT NULL,
    offered_to VARCHAR(100) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    receipt VARCHAR(100000) NOT NULL
);
