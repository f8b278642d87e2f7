/* A small HTTP server on the loopback interface, in a thread of the test, with faults that downloads may meet. */
#ifndef NORMLAB_TESTS_HTTP_SERVER_H
#define NORMLAB_TESTS_HTTP_SERVER_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define SERVER_RESOURCES 16
#define SERVER_REQUESTS  64

struct resource {
    const char *path; /* "/a/one.gz" */
    const void *body;
    size_t size;
    int status;           /* 0: 200, or 206 for a range */
    const char *location; /* of a redirect */
    bool no_range;        /* ranges are ignored */
    bool no_total;        /* an answer 416 (range not satisfiable) lacks the file's size */
    bool lies;            /* a range in an answer starts elsewhere than requested */
    bool no_length;       /* no Content-Length: the body ends when the connection is closed */
    int cuts;             /* the first `cuts` answers break off after cut_after bytes of body */
    size_t cut_after;
    bool stalls; /* sends nothing after cut_after bytes, and keeps the connection open */
    bool slow;   /* sends a kilobyte every few milliseconds */
};

struct request {
    char path[128], range[64]; /* "bytes=100-", or "" */
};

struct server {
    int fd, port;
    pthread_t thread;
    pthread_mutex_t lock;
    struct resource resource[SERVER_RESOURCES];
    int resources;
    struct request request[SERVER_REQUESTS];
    int requests;
    bool stop;
};

/* Listens on a port that the system chooses. Fails the test when that is not possible. */
void server_start(struct server *s);
void server_stop(struct server *s);

/* Adds a resource, or replaces the one with the same path. The body must stay valid until server_stop(). */
void server_put(struct server *s, const struct resource *r);

/* Clear the list of requests; return its length, and copy it to `request`, unless that is NULL. */
void server_forget(struct server *s);
int server_requests(struct server *s, struct request request[SERVER_REQUESTS]);

#endif
