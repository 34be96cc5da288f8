// What a process does not show of itself.
#ifndef CONNECTORCTL_PROCESSES_H
#define CONNECTORCTL_PROCESSES_H

#include <limits.h>
#include <stdint.h>
#include <sys/resource.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

// Has the system write no core file of this process, and lets no other process of the same user look
// into its memory or its environment. A core file that is handed to a program, such as
// systemd-coredump, knows no limit; there, only the second helps.
static inline void intrinsics_hide_memory(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        setrlimit(RLIMIT_CORE, &limit);
    }
#if defined(__linux__)
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

// How many files this process may have open.
static inline int32_t intrinsics_descriptor_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return INT32_MAX;
    return limit.rlim_cur > INT32_MAX ? INT32_MAX : (int32_t)limit.rlim_cur;
}

// Raises that limit as far as this process may.
static inline void intrinsics_raise_descriptor_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

#endif
