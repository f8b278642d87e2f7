/*
 * Virtual time for code that waits, reads the clock and uses files: many logical processes in one, and a file server that
 * needs some virtual time for each operation.
 *
 * A fiber is a logical process. It runs until it sleeps or asks the file server, and then the next one in the order of
 * virtual time goes on; so fibers meet between any two operations, as runs on different machines do. The program is linked
 * with --wrap for clock_seconds() and the C library's functions on files (CMakeLists.txt): normlab's own code, unchanged,
 * then calls the functions of virtual.c. They do what they are asked on the real file system, but set virtual time stamps,
 * count the operations, and let virtual time pass.
 */
#ifndef NORMLAB_BENCH_VIRTUAL_H
#define NORMLAB_BENCH_VIRTUAL_H

/* The operations as an NFS server counts them, with one for each LISTED names of a folder. Asking for the size or the time
 * stamp of a file that was just opened is none. */
#define OPERATIONS(_)                                                                              \
    _(look)                                                                                        \
    _(open)                                                                                        \
    _(make)                                                                                        \
    _(read)                                                                                        \
    _(write)                                                                                       \
    _(stamp)                                                                                       \
    _(close)                                                                                       \
    _(sync)                                                                                        \
    _(rename)                                                                                      \
    _(remove)                                                                                      \
    _(list)
enum operation {
#define OPERATION(name) OP_##name,
    OPERATIONS(OPERATION)
#undef OPERATION
        OPS
};
enum { LISTED = 250 };

extern const char *const operation_name[OPS];

struct server {
    double latency_s;  /* the time of an operation when the server has nothing else to do */
    double capacity;   /* the most operations a second that it can do; 0: any number */
    long count[OPS];   /* operations so far */
    double busiest;    /* operations a second in the busiest ten seconds */
    double busiest_at; /* when these began */
};

/* Makes all files below `folder` those of the server s, for the rest of the program. */
void virtual_start(struct server *s, const char *folder);

/* Adds a fiber that calls body(context) at the virtual time start_s. */
void virtual_add(void (*body)(void *context), void *context, double start_s);

/* Runs until all fibers have ended. */
void virtual_run(void);

/* The virtual time in seconds; it starts at 0. */
double virtual_seconds(void);

/* Only in a fiber: lets virtual time pass. */
void virtual_sleep_until(double time_s);

/* Only in a fiber: asks the server for the names of a folder with that many. */
void virtual_list(int names);

#endif
