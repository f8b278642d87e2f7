/*
 * Leases: which run works on which trial, when several runs share a folder, on one machine or on many.
 *
 * A lease is a small file beside the trial's file: <key>.lease. It is created with O_EXCL, so that only one process can
 * create it, also on NFS from version 3 on. The lease names its holder: host, process, and the time at which the trial
 * began. The holder renews the file's time stamp. A lease is stale when its time stamp is older than the lease period (five
 * minutes), or when its process is known to have ended.
 *
 * Another run takes a stale lease over by making <key>.lease.2. When that is stale, too, <key>.lease.3 follows, and so on:
 * the lease with the largest number is valid. A takeover replaces or removes no file, so only one of several runs can
 * succeed.
 *
 * Time stamps are compared with that of a file that was written just now in the same folder, never with the clock of this
 * machine, because the file server sets both. (Lustre and CephFS let the machine that writes set them: there, two machines'
 * clocks must not differ by a lease period.) A time stamp from the future means that the server's clock was set
 * back; such a lease is stale when its time stamp has not changed for one period.
 *
 * Leases save work, but correctness does not depend on them: when two runs train a trial, both have the same result, and each
 * publishes a complete file. So a holder that was suspended, or whose lease was taken over, does no harm.
 */
#ifndef NORMLAB_SWEEP_LEASE_H
#define NORMLAB_SWEEP_LEASE_H

#include "base/list.h"
#include "base/system/process.h"
#include <stdbool.h>
#include <time.h>

#define LEASE_SUFFIX ".lease"

/* The lease period; the environment variable NORMLAB_LEASE_SECONDS sets another. */
#define LEASE_SECONDS 300

#define NOTE_BYTES 48 /* of a note that says how far a trial is, with its NUL */

/* What a lease says. */
struct holder {
    struct process_id process; /* host "" when the file says nothing, as just after it was made */
    char since[32]; /* when the trial began, by the holder's clock, as clock_iso() writes it */
    /* how far the trial is, as "epoch 3 of 10"; "" when that is not known */
    char note[NOTE_BYTES];
    int number;   /* number of the lease: 1 for <key>.lease, 2 for <key>.lease.2 */
    double age_s; /* how long ago it was renewed; may be negative, because clocks are not exact */
    bool ended;   /* the process ran on this machine and has ended */
};

/* The leases of this process in one folder. */
struct leases {
    char *folder;
    struct process_id self;
    double period_s; /* the lease period */
    bool unable;     /* no leases can be made in this folder; a warning has said so */
    /* server_s: the time, in seconds since 1970, that the file server gave when this process last asked it; NaN before
     * the first time. measured_s: the same moment by clock_seconds(). */
    double server_s, measured_s;
    struct watched *watched; /* [watching] leases from the future; private to lease.c */
    int watching;
};

/* A lease that this process holds. */
struct lease {
    int file; /* its descriptor; -1: there is no file, because none can be made in the folder */
    char *path;
    int number;     /* as in struct holder */
    char since[32]; /* as in struct holder */
};

/* Prepares the leases in a folder. leases_close() frees l; it removes no lease. */
void leases_open(struct leases *l, const char *folder);
void leases_close(struct leases *l);

/* Returns the time of the file server, in seconds since 1970. In a folder that cannot be written to, where leases can only be
 * read, it is that of this machine. */
double leases_time(struct leases *l);

/* Takes the lease of the trial with this key. Returns true when this process now holds it. The caller then calls lease_renew()
 * about every lease_interval() seconds, and lease_end() at the end. Also returns true when no leases can be made in the
 * folder, after one warning for all trials; mine->file is then -1. Returns false when another process holds the lease, and
 * fills *other. */
bool lease_take(struct leases *l, const char *key, struct lease *mine, struct holder *other);

/* True when lease `number` of the trial was renewed less than a lease period ago. This takes one operation of the file
 * server, while lease_take() takes several. Only for leases of other machines: whether a process of this machine has
 * ended is known at once, and lease_take() checks it. */
bool lease_is_fresh(struct leases *l, const char *key, int number);

/* True when the holder is on this machine, so that lease_read() and lease_take() can tell whether it has ended. */
bool lease_is_near(const struct leases *l, const struct holder *h);

/* Renews the time stamp. note: how far the trial is, as in struct holder. Ignores errors: at worst the lease becomes
 * stale. */
void lease_renew(const struct leases *l, struct lease *mine, const char *note);

/* Returns the time between two renewals, in seconds. */
double lease_interval(const struct leases *l);

/* Gives the lease up and frees *mine. over: the trial has ended with a result or a failure. Then all leases of the trial,
 * also stale ones, are removed. Otherwise only this one is removed, and another run may take the trial. */
void lease_end(struct leases *l, const char *key, struct lease *mine, bool over);

/* Reads the valid lease of the trial with this key, that is, the one with the largest number. Returns false when there is
 * none. */
bool lease_read(struct leases *l, const char *key, struct holder *holder);

/* True when the lease is stale, as defined above: another run may take it over. */
bool lease_is_stale(const struct leases *l, const struct holder *h);

/* Removes two kinds of files from the folder: stale leases of trials whose file <key>.h5 or <key>.failed exists; and
 * leftovers (base/system/file.h), those of other machines when they have not changed for a lease period. */
void leases_clean(struct leases *l);

#endif
