/*
 * Shards: shares of a sweep's trials, for tasks on a cluster that do not see each other.
 *
 * All tasks compute the same shares, whenever they start, because a share depends only on the list of trials, on their
 * keys, and on a file of costs that is the same for all tasks. It does not depend on which trials are done, nor on the
 * merged file in results/: both change while tasks start. Each trial is in exactly one share. The shares have nearly the
 * same cost: the trials, from the most expensive to the cheapest, go one by one to the share with the least cost so far
 * (Graham 1969, longest processing time first).
 */
#ifndef NORMLAB_SWEEP_SHARD_H
#define NORMLAB_SWEEP_SHARD_H

#include "sweep/sweep.h"

#define SHARDS_MOST 1000000

struct shard {
    int number, of; /* share `number` of `of` shares, 1 <= number <= of; of == 0: all trials */
    /* the environment variables that gave the numbers, as "SLURM_ARRAY_TASK_ID=3"; NULL: the user gave them */
    char *from;
};

/* Reads the text of the option --shard: "3/10"; "auto", which takes the number of this task and the number of tasks from the
 * environment variables of a queueing system or of MPI; or "auto/10", for systems that set only the number of the task.
 * Returns 0, and shard_clear() frees s; or -1 after a message. */
int shard_parse(struct shard *s, const char *text);
void shard_clear(struct shard *s);

/* Sets the costs of the sweep's trials, in seconds, from the times in the merged file (or trial file) at path. Each
 * trial costs the mean time of the file's trials that differ from it at most in the seed. For a trial of the sweep
 * without such trials in the file, the estimate of sweep_expand() is scaled by the ratio of times to estimates of the
 * other trials. Returns 0. Returns 1, and changes no cost, when the file has such trials for no trial of the sweep.
 * Returns -1 after a message. */
int shard_costs(struct sweep *s, const char *path);

/* Removes from the sweep all trials that are not in the share. With shard->of == 0, removes none. */
void shard_keep(struct sweep *s, const struct shard *shard);

#endif
