/* A small HTTP server on the loopback interface, in a thread of the test, for what downloads meet. */
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
    bool no_total;        /* a 416 does not say how large the file is */
    bool lies;            /* a range starts somewhere else than asked */
    bool no_length;       /* no Content-Length: the body ends with the connection */
    int cuts;             /* so many answers break off after cut_after bytes of their body */
    size_t cut_after;
    bool stalls; /* after cut_after bytes nothing comes and the connection stays */
    bool slow;   /* a kilobyte every few milliseconds */
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

/* Listens on a port of the system's choice. Fails the test when it cannot. */
void server_start(struct server *s);
void server_stop(struct server *s);

/* Adds one, or replaces that of the same path; the body must live until the server stops. */
void server_put(struct server *s, const struct resource *r);

/* Forgets the requests so far; their number since then, and themselves where request is not NULL. */
void server_forget(struct server *s);
int server_requests(struct server *s, struct request request[SERVER_REQUESTS]);

#endif
