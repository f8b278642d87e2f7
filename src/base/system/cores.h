/* How many processor cores this process may use. That is often fewer than the machine has: queueing systems and containers
 * give a process some of them. */
#ifndef NORMLAB_BASE_SYSTEM_CORES_H
#define NORMLAB_BASE_SYSTEM_CORES_H

/* The number of cores for this process, at least 1: the least of
 * - the processors that it may run on (sched_getaffinity(2); a cpuset of a cgroup shows there, too),
 * - the processor time that its cgroups allow it in each period, divided by the period and rounded down (cpu.max of cgroup v2,
 *   cpu.cfs_quota_us and cpu.cfs_period_us of v1),
 * - SLURM_CPUS_PER_TASK, because many clusters tell a job its share and do not enforce it. */
int cores_available(void);

/* The number of cores that the cgroups of a process allow, which need not be whole; INFINITY when they do not limit it.
 * membership: the text of /proc/PID/cgroup. mount: the folder of the cgroup file systems, as "/sys/fs/cgroup". Limits of
 * a group hold for the groups inside it, so the least counts. A group whose files this process does not see does not
 * count. */
double cores_of_cgroups(const char *membership, const char *mount);

#endif
