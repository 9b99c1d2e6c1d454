/** What exists in the PagerDuty account; plain JSON. */
export interface PagerDutyState {
  /** Number for the next object's id. */
  nextId: number;
  users: PdUser[];
  contactMethods: PdContactMethod[];
  notificationRules: PdNotificationRule[];
  teams: PdTeam[];
  memberships: PdMembership[];
  schedules: PdSchedule[];
  overrides: PdOverride[];
  escalationPolicies: PdEscalationPolicy[];
  services: PdService[];
  integrations: PdIntegration[];
  businessServices: PdBusinessService[];
  dependencies: PdDependency[];
}

/** A user. */
export interface PdUser {
  id: string;
  name: string;
  email: string;
  time_zone: string;
  role: string;
  job_title: string | null;
  description: string | null;
}

/** A way to reach somebody. */
export interface PdContactMethod {
  id: string;
  user: string;
  /** E.g. `phone_contact_method`. */
  type: string;
  label: string;
  address: string;
  country_code?: number | undefined;
  device_type?: string | undefined;
  send_short_email?: boolean;
  /** Whether it can receive anything. */
  enabled?: boolean;
  /** Whether PagerDuty no longer sends anything to it. */
  blacklisted?: boolean;
}

/** When a contact method is used. */
export interface PdNotificationRule {
  id: string;
  user: string;
  urgency: 'high' | 'low';
  start_delay_in_minutes: number;
  /** Id of the contact method. */
  contact_method: string;
}

/** A team. */
export interface PdTeam {
  id: string;
  name: string;
  description: string | null;
  default_role: string;
  parent: string | null;
}

/** Somebody's role in a team. */
export interface PdMembership {
  team: string;
  user: string;
  role: string;
}

/** Hours of a layer. */
export interface PdRestriction {
  type: 'daily_restriction' | 'weekly_restriction';
  start_time_of_day: string;
  duration_seconds: number;
  start_day_of_week?: number;
}

/** A layer as it is kept: users by id; the last layer of a schedule wins. */
export interface PdLayer {
  id: string;
  name: string;
  /** RFC 3339; never before the layer was created. */
  start: string;
  end: string | null;
  rotation_virtual_start: string;
  rotation_turn_length_seconds: number;
  users: string[];
  restrictions: PdRestriction[];
}

/** A schedule. */
export interface PdSchedule {
  id: string;
  name: string;
  description: string | null;
  time_zone: string;
  teams: string[];
  /** In the order in which they were sent; the last one wins. */
  layers: PdLayer[];
}

/** An override of a schedule. */
export interface PdOverride {
  id: string;
  schedule: string;
  user: string;
  start: string;
  end: string;
}

/** A reference in PagerDuty's form. */
export interface PdReference {
  id: string;
  type: string;
}

/** A level of an escalation policy. */
export interface PdRule {
  id: string;
  escalation_delay_in_minutes: number;
  targets: PdReference[];
}

/** An escalation policy. */
export interface PdEscalationPolicy {
  id: string;
  name: string;
  description: string | null;
  num_loops: number;
  teams: string[];
  rules: PdRule[];
}

/** A technical service. */
export interface PdService {
  id: string;
  name: string;
  description: string | null;
  auto_resolve_timeout: number | null;
  acknowledgement_timeout: number | null;
  created_at: string;
  escalation_policy: string;
  incident_urgency_rule: Record<string, unknown>;
  support_hours: Record<string, unknown> | null;
  scheduled_actions: unknown[];
}

/** An integration of a service. */
export interface PdIntegration {
  id: string;
  service: string;
  name: string;
  type: string;
  vendor: string | null;
  integration_key: string;
  created_at: string;
}

/** A business service. */
export interface PdBusinessService {
  id: string;
  name: string;
  description: string | null;
  point_of_contact: string | null;
  team: string | null;
}

/** A dependency between two services. */
export interface PdDependency {
  id: string;
  supporting: PdReference;
  dependent: PdReference;
}

/** An empty account. */
export function emptyPagerDutyState(): PagerDutyState {
  return {
    nextId: 1,
    users: [],
    contactMethods: [],
    notificationRules: [],
    teams: [],
    memberships: [],
    schedules: [],
    overrides: [],
    escalationPolicies: [],
    services: [],
    integrations: [],
    businessServices: [],
    dependencies: [],
  };
}
