/* How many processor cores this process may use. Often these are fewer than the machine has, because a queueing
 * system or a container limits the process. */
#ifndef NORMLAB_BASE_SYSTEM_CORES_H
#define NORMLAB_BASE_SYSTEM_CORES_H

/* Returns the number of cores for this process, at least 1. It is the smallest of
 * - the number of processors that the process may run on (sched_getaffinity(2), which respects the cpuset of a cgroup),
 * - the processor time that its cgroups allow in each period, divided by the period and rounded down (cpu.max of
 *   cgroup v2, cpu.cfs_quota_us and cpu.cfs_period_us of v1),
 * - SLURM_CPUS_PER_TASK, because many clusters tell a job its number of cores but do not enforce it. */
int cores_available(void);

/* Returns the number of cores that the cgroups of a process allow, which need not be whole; INFINITY when they set
 * no limit. membership: the text of /proc/PID/cgroup. mount: the folder of the cgroup file systems, such as
 * "/sys/fs/cgroup". A group's limit also holds for the groups inside it, so the smallest limit counts. Groups whose
 * files this process cannot see are ignored. */
double cores_of_cgroups(const char *membership, const char *mount);

#endif
