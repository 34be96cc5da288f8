extension Options {
    /// What `--help` says.
    static let usage = """
        usage: replay-benchmark [--events N] [--seed S] [--disorder PERCENT] [--stream FILE]
                                [--program PATH] [--config DIR] [--threads LIST] [--runs N]
                                [--baseline COMMAND] [--format text|json]

        Replays one stream of events again and again: by whole programs, each in a process of its
        own, and in this process, to see what the time and the memory go to.

          --events N          the events of the stream that is made (1000000)
          --seed S            what chance depends on; the same seed, the same stream (1)
          --disorder PERCENT  the share of events that are written later than they happened (0)
          --stream FILE       a stream that is there, instead: .ndjson, .jsonl or .json
          --program PATH      connectorctl (beside this program, or in .build/release of a folder
                              above this program or the current one)
          --config DIR        the configuration (one with the methods of streams that are made)
          --threads LIST      the numbers of threads to measure with (1 and that of all cores)
          --runs N            the runs that medians are taken of, after one that warms up (5)
          --baseline COMMAND  another program, run in turn with ours: {threads}, {stream} and {out}
                              stand for the number of threads, the path of the stream and the path
                              where results may be written, at which there is nothing yet. Words
                              are split and quoted as in a shell, but there is no shell; standard
                              output is thrown away. Made streams have times with and
                              without milliseconds: a baseline must be able to read them
          --format FORMAT     a table for people (text), or one JSON object (json)

        Whole programs: the wall time from start to end, the CPU time of all threads, and the most
        memory that was resident, mapped pages of the stream included (- where that is less than
        this program's own, about 25 MB, which hides it). Medians of all runs.

        In this process: seconds of all threads together, of the run with the median wall time.
        reading is bringing in the pages of the stream, applying is the state machine. writing is
        measured as a whole and counts for every thread. rest is what is none of these: opening,
        firing the last timers, sorting the payments, threads that wait. A stream out of order is
        started anew and goes through temporary files, which applying writes; the start in vain
        and the work on the temporary files are in rest.

        Bytes a payment: the tables of payments, hash slots, names and anomalies and the texts of
        identifiers, as allocated, by the number of payments. Neither the stream nor the blocks
        being read, the order of the payments or what is being written is included.

        Exit codes: 0 measured, 2 could not run, 64 wrong usage.

        Example, in Tests/Benchmarks:
          swift build -c release --package-path ../.. --product connectorctl
          swift run -c release replay-benchmark --events 1000000 --threads 1,2
          swift run -c release replay-benchmark --stream events.ndjson \\
            --baseline 'other-replay {threads} {stream} {out}'

        """
}
