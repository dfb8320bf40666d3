CREATE TABLE access_requests (
	person_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	asked_on TEXT NOT NULL,
	PRIMARY KEY (person_id),
	FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE agreement_dimensions (
	dialogue_id TEXT NOT NULL,
	agreement_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	dimension TEXT NOT NULL CHECK (dimension IN ('practical', 'reflexive', 'relational')),
	PRIMARY KEY (dialogue_id, agreement_id, position),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE agreement_forms (
	dialogue_id TEXT NOT NULL,
	agreement_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	name TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, agreement_id, position),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE agreement_steps (
	dialogue_id TEXT NOT NULL,
	agreement_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	told_on TEXT NOT NULL,
	status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'done', 'dropped')),
	reason TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, agreement_id, position),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE agreements (
	dialogue_id TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	what TEXT NOT NULL,
	field_id TEXT,
	management TEXT NOT NULL,
	who TEXT NOT NULL,
	due_on TEXT,
	follow_up TEXT NOT NULL,
	follow_up_on TEXT,
	status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'done', 'dropped')),
	status_reason TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE amendments (
	dialogue_id TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	made_at TEXT NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE cases (
	dialogue_id TEXT NOT NULL,
	situation TEXT NOT NULL,
	options TEXT NOT NULL,
	consequences TEXT NOT NULL,
	choice TEXT NOT NULL,
	effect TEXT NOT NULL,
	PRIMARY KEY (dialogue_id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE code_words (
	dialogue_id TEXT NOT NULL,
	viewpoint TEXT NOT NULL CHECK (viewpoint IN ('employee', 'leader', 'agreed')),
	hash TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, viewpoint),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contributions (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	period TEXT NOT NULL,
	sequence INTEGER NOT NULL CHECK (sequence >= 1),
	received_at TEXT NOT NULL,
	people INTEGER NOT NULL CHECK (people >= 0),
	content TEXT NOT NULL,
	label TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE depth_fields (
	dialogue_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	field_id TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, position),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE dialogues (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	framework_key TEXT NOT NULL,
	employee_id TEXT,
	held_on TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('dialogue', 'screening', 'self_reflection', 'team')),
	state TEXT NOT NULL CHECK (state IN ('preparing', 'in_progress', 'in_review', 'approved', 'amended')),
	team_id TEXT,
	leader TEXT NOT NULL,
	minutes INTEGER CHECK (minutes >= 0),
	revealed INTEGER NOT NULL CHECK (revealed IN (0, 1)),
	management TEXT NOT NULL,
	remark TEXT NOT NULL,
	approved_at TEXT,
	differing_view TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(framework_key) REFERENCES frameworks ("key") DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(employee_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE TABLE extras (
	dialogue_id TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	field_id TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE frameworks (
	"key" TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	content TEXT NOT NULL,
	PRIMARY KEY ("key")
)
 STRICT;

CREATE TABLE goals (
	field_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	priority INTEGER CHECK (priority >= 1),
	breadth INTEGER CHECK (breadth >= 0),
	depth INTEGER CHECK (depth >= 0),
	PRIMARY KEY (field_id)
)
 STRICT;

CREATE TABLE item_answers (
	dialogue_id TEXT NOT NULL,
	viewpoint TEXT NOT NULL CHECK (viewpoint IN ('employee', 'leader', 'agreed')),
	item_id TEXT NOT NULL,
	mark TEXT CHECK (mark IN ('new', 'under_way', 'confident', 'shares')),
	not_relevant INTEGER NOT NULL CHECK (not_relevant IN (0, 1)),
	reason TEXT NOT NULL,
	wish INTEGER NOT NULL CHECK (wish IN (0, 1)),
	PRIMARY KEY (dialogue_id, viewpoint, item_id),
	CHECK (mark IS NULL OR not_relevant = 0),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE job_functions (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	name TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE log (
	revision INTEGER NOT NULL CHECK (revision >= 1),
	at TEXT NOT NULL,
	kind TEXT NOT NULL,
	PRIMARY KEY (revision)
)
 STRICT;

CREATE TABLE meta (
	one INTEGER NOT NULL CHECK (one BETWEEN 1 AND 1),
	revision INTEGER NOT NULL CHECK (revision >= 0),
	created_at TEXT NOT NULL,
	program TEXT NOT NULL,
	digest TEXT NOT NULL,
	PRIMARY KEY (one)
)
 STRICT;

CREATE TABLE notes (
	dialogue_id TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	scope TEXT NOT NULL CHECK (scope IN ('item', 'field', 'talk')),
	target_id TEXT NOT NULL,
	text TEXT NOT NULL,
	arena TEXT CHECK (arena IN ('individual', 'citizen_and_business', 'organisational')),
	to_file INTEGER NOT NULL CHECK (to_file IN (0, 1)),
	PRIMARY KEY (dialogue_id, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE organisation_keys (
	public TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	identity TEXT NOT NULL,
	made_at TEXT NOT NULL,
	PRIMARY KEY (public)
)
 STRICT;

CREATE TABLE parked (
	dialogue_id TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	text TEXT NOT NULL,
	field_id TEXT,
	closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
	PRIMARY KEY (dialogue_id, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE people (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	name TEXT NOT NULL,
	team_id TEXT,
	target_group TEXT NOT NULL,
	started_on TEXT,
	left_on TEXT,
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	may_be_named INTEGER NOT NULL CHECK (may_be_named IN (0, 1)),
	PRIMARY KEY (id),
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE TABLE people_functions (
	person_id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	function_id TEXT NOT NULL,
	PRIMARY KEY (person_id, position),
	FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE,
	FOREIGN KEY(function_id) REFERENCES job_functions (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE placements (
	dialogue_id TEXT NOT NULL,
	viewpoint TEXT NOT NULL CHECK (viewpoint IN ('employee', 'leader', 'agreed')),
	field_id TEXT NOT NULL,
	dimension TEXT NOT NULL CHECK (dimension IN ('practical', 'reflexive', 'relational')),
	state TEXT NOT NULL CHECK (state IN ('placed', 'not_relevant', 'let_stand')),
	level INTEGER CHECK (level BETWEEN 0 AND 6),
	example TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, viewpoint, field_id, dimension),
	CHECK ((state = 'placed') = (level IS NOT NULL)),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE priorities (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	period TEXT NOT NULL,
	what TEXT NOT NULL,
	lever TEXT NOT NULL CHECK (lever IN ('organising', 'recruiting', 'learning', 'prioritising')),
	field_id TEXT,
	owner TEXT NOT NULL,
	due_on TEXT,
	status TEXT NOT NULL CHECK (status IN ('open', 'under_way', 'reached', 'dropped')),
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE privacy_settings (
	position INTEGER NOT NULL CHECK (position >= 0),
	cell INTEGER NOT NULL CHECK (cell >= 3),
	PRIMARY KEY (position)
)
 STRICT;

CREATE TABLE reopenings (
	dialogue_id TEXT NOT NULL,
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	viewpoint TEXT NOT NULL CHECK (viewpoint IN ('employee', 'leader', 'agreed')),
	opened_at TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE sealed (
	dialogue_id TEXT NOT NULL,
	viewpoint TEXT NOT NULL CHECK (viewpoint IN ('employee', 'leader', 'agreed')),
	PRIMARY KEY (dialogue_id, viewpoint),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sent_contributions (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	period TEXT NOT NULL,
	sequence INTEGER NOT NULL CHECK (sequence >= 1),
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE snapshots (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	period TEXT NOT NULL,
	made_at TEXT NOT NULL,
	content TEXT NOT NULL,
	screening INTEGER NOT NULL CHECK (screening IN (0, 1)),
	members TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE statements (
	dialogue_id TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('strength', 'potential', 'direction')),
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	field_id TEXT,
	dimension TEXT CHECK (dimension IN ('practical', 'reflexive', 'relational')),
	text TEXT NOT NULL,
	PRIMARY KEY (dialogue_id, kind, id),
	FOREIGN KEY(dialogue_id) REFERENCES dialogues (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE teams (
	id TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	name TEXT NOT NULL,
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE tombstones (
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE workbook (
	id TEXT NOT NULL,
	organisation TEXT NOT NULL,
	leader TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT;
